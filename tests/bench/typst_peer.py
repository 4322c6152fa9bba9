"""Typst: the content of a paper as Typst markup, compiled by its Python wheel. Only what the content asks for."""

import json

import typst

ENDING = ".typ"
FONTS = {
    "title": '("Liberation Serif", "Noto Serif SC"), weight: 700',
    "hei": '"Noto Sans SC", weight: 500',
}
SERIF = '("Liberation Serif", "Noto Serif SC")'

PRELUDE = """
#set page(paper: "a4", margin: (left: 28mm, right: 26mm, top: 37mm, bottom: 35mm), numbering: "— 1 —", number-align: right)
#set text(font: %s, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set block(spacing: 0pt)
#let para(how, first, left, right, pitch, size, above, below, keep, body) = {
  set text(size: size)
  set par(justify: how == "justify", leading: pitch - size, first-line-indent: (amount: first, all: true))
  let side = if how == "centre" { center } else if how == "right" { right } else { std.left }
  block(width: 100%%, above: above + pitch - size, below: below, inset: (left: left, right: right), sticky: keep, {
    set align(if how == "centre" { std.center } else if how == "right" { std.right } else { std.left })
    par(body)
  })
}
"""


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def spans(piece):
    out = []
    for span in piece["spans"]:
        font = FONTS.get(span["face"])
        out.append(f'#text({"font: " + font + ", " if font else ""}{quoted(span["text"])})')
    return "".join(out)


def para(p):
    size = max(s["size"] for s in p["spans"])
    call = (
        f'#para({quoted(p["align"])}, {p["first"]}pt, {p["left"]}pt, {p["right"]}pt, {p["pitch"]}pt, {size}pt, '
        f'{p["before"]}pt, {p["after"]}pt, {"true" if p["keep"] else "false"})[{spans(p)}]'
    )
    if p.get("outline"):
        mark = p["outline"]
        call = f'#place(hide(heading(level: {mark["level"]}, {quoted(mark["title"])})))\n{call}'
    return call


def table(t):
    rows = []
    for row in t["rows"]:
        cells = []
        for cell in row["cells"]:
            fill = ", fill: luma(241)" if cell["shade"] else ""
            inner = "".join(para(p) for p in cell["paras"])
            cells.append(f'table.cell(colspan: {cell["cols"]}{fill})[{inner}]')
        rows.append(", ".join(cells))
    heads = ",\n".join(rows[: t["heads"]])
    body = ",\n".join(rows[t["heads"] :])
    widths = ", ".join(f"{w:.2f}pt" for w in t["widths"])
    return (
        f'#block(above: {t["before"]}pt, below: {t["after"]}pt)[#set align(horizon)\n'
        f'#table(columns: ({widths}), inset: {t["pad"]}pt, stroke: 0.5pt,\ntable.header({heads}),\n{body})]'
    )


def head(h):
    rule = 30 * 72 / 25.4 + h["size"] + 4 * 72 / 25.4
    lines = "".join(
        f"#place(top + left, dx: -8mm, dy: {y:.2f}pt - 37mm, line(length: 170mm, stroke: {w}pt + rgb(204, 10, 15)))\n"
        for y, w in [(rule + 1.1, 2.2), (rule + 4, 0.7), (780, 0.7), (784, 2.2)]
    )
    number = f'#place(top + right, dy: {rule + 12:.2f}pt - 37mm, text(size: 16pt, {quoted(h["number"])}))\n'
    name = (
        f'#place(top + center, dy: -7mm, text(font: {FONTS["title"]}, size: {h["size"]}pt, '
        f'fill: rgb(204, 10, 15), {quoted(h["text"])}))\n'
    )
    return name + lines + number + f"#v({rule + 12 + 3 * 29 - 37 * 72 / 25.4:.2f}pt)\n"


def source(content, path):
    out = [PRELUDE % SERIF]
    if content["head"]:
        out.append(head(content["head"]))
    for piece in content["pieces"]:
        kind = piece["piece"]
        if kind == "para":
            out.append(para(piece))
        elif kind == "table":
            out.append(table(piece))
        elif kind == "space":
            out.append(f'#v({piece["height"]}pt)')
        elif kind == "page":
            out.append("#pagebreak(weak: true)")
        elif kind == "contents":
            out.append(f'#text(size: {piece["size"]}pt, outline(title: none, depth: 2))')
    path.write_text(f'#set document(title: {quoted(content["title"])}, author: {quoted(content["author"])})\n' + "\n".join(out))


def setter(fonts):
    kept = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])

    def once(path):
        return typst.compile(str(path), font_paths=kept, pdf_tags=False)  # ours is not tagged either

    return once
