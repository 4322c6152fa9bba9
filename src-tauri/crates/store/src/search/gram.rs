//! Grams: every three neighbouring characters as one token, each character in four base-36 digits, ended by padding.
//! So any substring of any length is one phrase, and one or two characters are the beginning of a token; no tokenizer
//! decides for us what a letter is (rare characters of names are letters to few of them).

const PAD: char = '\u{1}';

/// The tokens of a text, in order.
pub fn grams(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len() * 5);
    let mut window = [PAD; 3];
    let mut filled = 0;
    for c in folded.chars().chain([PAD, PAD]) {
        window = [window[1], window[2], c];
        filled += 1;
        if filled >= 3 {
            push(&window, &mut out);
            out.push(' ');
        }
    }
    out
}

/// A phrase of the index's query language that matches texts containing `word`.
pub fn phrase(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let mut out = String::from("\"");
    if chars.len() < 3 {
        push(&chars, &mut out);
        out.push_str("\" *");
    } else {
        for w in chars.windows(3) {
            push(w, &mut out);
            out.push(' ');
        }
        out.push('"');
    }
    out
}

fn push(chars: &[char], out: &mut String) {
    for &c in chars {
        let mut x = c as u32;
        let mut digits = [0_u8; 4];
        for d in digits.iter_mut().rev() {
            *d = b"0123456789abcdefghijklmnopqrstuvwxyz"[(x % 36) as usize];
            x /= 36;
        }
        out.extend(digits.map(char::from));
    }
}
