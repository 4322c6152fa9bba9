#!/bin/sh
# Draws the application icon again: an ink-blue rounded square with 伦 in white. The results are committed; run this
# only to change them. Needs ImageMagick, perl and the font file `make fonts` brings (or any bold CJK font as $1).
set -eu
cd "$(dirname "$0")"
font=${1:-../../assets/fonts/NotoSansSC_600SemiBold.ttf}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# $1 edge of the square, $2 margin around it, $3 height of the character; sizes on a 1024 canvas
face() {
    low=$((1024 - $1))
    convert -size 1024x1024 xc:none \
        -fill '#1f4e79' -draw "roundrectangle $1,$1 $((low - 1)),$((low - 1)) $2,$2" \
        -font "$font" -pointsize "$3" -fill white -gravity center -annotate +0-14 '伦' "$4"
}
face 48 132 660 "$work/large.png"
face 16 128 760 "$work/small.png" # at 16 and 32 pixels the strokes need all the room there is

scale() { convert "$1" -filter Lanczos -resize "$2x$2" -depth 8 -strip -define png:exclude-chunks=date,time "PNG32:$3"; }
scale "$work/small.png" 32 32x32.png
scale "$work/large.png" 64 64x64.png
scale "$work/large.png" 128 128x128.png
scale "$work/large.png" 256 128x128@2x.png
scale "$work/large.png" 512 icon.png
scale "$work/small.png" 16 "$work/16.png"
scale "$work/small.png" 24 "$work/24.png"
scale "$work/large.png" 48 "$work/48.png"
scale "$work/large.png" 1024 "$work/1024.png"
convert "$work/16.png" "$work/24.png" 32x32.png "$work/48.png" 64x64.png 128x128@2x.png icon.ico

# ICNS is a list of PNG files, each after a four-letter type and its length
perl -e '
    my @parts = (["icp4", $ARGV[0]], ["icp5", "32x32.png"], ["ic07", "128x128.png"], ["ic08", "128x128\@2x.png"], ["ic09", "icon.png"], ["ic10", $ARGV[1]]);
    my $body = "";
    for my $part (@parts) {
        open my $file, "<:raw", $part->[1] or die "$part->[1]: $!";
        local $/; my $png = <$file>;
        $body .= pack("a4N", $part->[0], length($png) + 8) . $png;
    }
    open my $out, ">:raw", "icon.icns" or die $!;
    print $out pack("a4N", "icns", length($body) + 8) . $body;
' "$work/16.png" "$work/1024.png"
ls -l ./*.png icon.ico icon.icns
