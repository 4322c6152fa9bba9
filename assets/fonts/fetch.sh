#!/bin/sh
# Fills this folder with the faces the papers and the screens are set in. Idempotent: a file whose SHA-256 is right is
# left alone. The fonts are not in the repository because they are 80 MB; their licences are in LICENCES/.
#
# Sources: two npm packages (Noto Serif SC, Noto Sans SC: every one of the 8,105 standard characters) and three Debian
# packages, of which only single files are taken and nothing is installed. No root needed, only npm, and apt-get or curl.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"

# file | SHA-256 | package | path inside it
table='
NotoSerifSC-Regular.ttf|c358a69de3df5f423a8946a7b03e3126fb6ba116f1130a463455b4e39e1f0742|@expo-google-fonts/noto-serif-sc@0.4.3|package/400Regular/NotoSerifSC_400Regular.ttf
NotoSerifSC-Bold.ttf|9c6a2ba736e4b499c84f65ce366bd3625c0401885fd3e585ace50fb738b96ff6|@expo-google-fonts/noto-serif-sc@0.4.3|package/700Bold/NotoSerifSC_700Bold.ttf
NotoSansSC-Regular.ttf|d45f67f0a7c0ca3f256950777ce6a61cc7ce5f9696d02900cbbaac25f8aa7d16|@expo-google-fonts/noto-sans-sc@0.4.3|package/400Regular/NotoSansSC_400Regular.ttf
NotoSansSC-Medium.ttf|b30853d205f3ecdde938b1488c735ee15a2e870d31331b992fdc53971e23ec4a|@expo-google-fonts/noto-sans-sc@0.4.3|package/500Medium/NotoSansSC_500Medium.ttf
NotoSansSC-SemiBold.ttf|b5eb7510dff58e0626c72c0861d83a3ed2be1d03047cf90a623682b8667bc5ff|@expo-google-fonts/noto-sans-sc@0.4.3|package/600SemiBold/NotoSansSC_600SemiBold.ttf
FandolFang-Regular.otf|d838ad32ce2244d8144f408c37fe71065aba6fbbc80759a4d2aa2033948d5bc9|deb:texlive-lang-chinese|usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf
LXGWWenKai-Light.ttf|e302f84a1967817f91fc4011de7c8c12489c41072a7f0605a1c7b1399352cb93|deb:fonts-lxgw-wenkai|usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf
LiberationSerif-Regular.ttf|29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba|deb:fonts-liberation2|usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf
LiberationSerif-Bold.ttf|446a4421f297698427170fd7db20e59169a4188baaaf940e9bea58af6341a723|deb:fonts-liberation2|usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf
LiberationSans-Regular.ttf|8d91388f1d3604b3b8ae0e3ee2d140e50cd6122f9214514f4aca772540a4076d|deb:fonts-liberation2|usr/share/fonts/truetype/liberation2/LiberationSans-Regular.ttf
'
# Where the Debian packages lie when apt does not offer them (other distributions, macOS).
pool='
texlive-lang-chinese|http://deb.debian.org/debian/pool/main/t/texlive-lang/texlive-lang-chinese_2022.20230122-1_all.deb
fonts-lxgw-wenkai|http://deb.debian.org/debian/pool/main/f/fonts-lxgw-wenkai/fonts-lxgw-wenkai_1.250+repack-1_all.deb
fonts-liberation2|http://deb.debian.org/debian/pool/main/f/fonts-liberation2/fonts-liberation2_2.1.5-1_all.deb
'

sum() { if command -v sha256sum >/dev/null 2>&1; then sha256sum "$1"; else shasum -a 256 "$1"; fi | cut -d' ' -f1; }
say() { printf 'fonts: %s\n' "$*"; }

missing=''
for row in $table; do
  file=${row%%|*}; rest=${row#*|}; want=${rest%%|*}
  if [ ! -f "$file" ] || [ "$(sum "$file")" != "$want" ]; then missing="$missing $row"; fi
done
if [ -z "$missing" ]; then say 'all there'; exit 0; fi

work=$(mktemp -d)
chmod 755 "$work" # apt fetches as its own user
trap 'rm -rf "$work"' EXIT INT TERM

# One package unpacked into $work/<name>, once.
unpack_npm() {
  to="$work/$(printf '%s' "$1" | tr -c 'A-Za-z0-9' '_')"
  if [ ! -d "$to" ]; then
    mkdir -p "$to"
    say "npm: $1" >&2
    (cd "$to" && npm pack --silent "$1" >/dev/null && tar -xzf ./*.tgz && rm -f ./*.tgz)
  fi
  printf '%s' "$to"
}
unpack_deb() {
  to="$work/$1"
  if [ ! -d "$to" ]; then
    mkdir -p "$to"
    say "package: $1" >&2
    url=$(printf '%s' "$pool" | grep "^$1|" | cut -d'|' -f2)
    (cd "$to" && { apt-get download "$1" >/dev/null 2>&1 || curl -fsSL --retry 3 -o "$1.deb" "$url"; })
    deb=$(ls "$to"/*.deb)
    if command -v dpkg-deb >/dev/null 2>&1; then
      dpkg-deb --fsys-tarfile "$deb" | tar -xf - -C "$to"
    else
      (cd "$to" && ar x "$deb" && tar -xf data.tar.*)
    fi
    rm -f "$to"/*.deb
  fi
  printf '%s' "$to"
}
pinned_deb() { # The pinned file itself, when the distribution offers another edition.
  rm -rf "${work:?}/$1"; mkdir -p "$work/$1"
  url=$(printf '%s' "$pool" | grep "^$1|" | cut -d'|' -f2)
  (cd "$work/$1" && curl -fsSL --retry 3 -o p.deb "$url" &&
    { dpkg-deb --fsys-tarfile p.deb 2>/dev/null | tar -xf - || { ar x p.deb && tar -xf data.tar.*; }; })
}

for row in $missing; do
  file=${row%%|*}; rest=${row#*|}; want=${rest%%|*}; rest=${rest#*|}; package=${rest%%|*}; inside=${rest#*|}
  case $package in
    deb:*)
      name=${package#deb:}
      from=$(unpack_deb "$name")
      if [ ! -f "$from/$inside" ] || [ "$(sum "$from/$inside")" != "$want" ]; then
        say "$name here is another edition, taking the pinned one"
        pinned_deb "$name"
        from="$work/$name"
      fi ;;
    *) from=$(unpack_npm "$package") ;;
  esac
  got=$(sum "$from/$inside")
  if [ "$got" != "$want" ]; then
    say "$file: SHA-256 is $got, expected $want. Nothing was copied." >&2
    exit 1
  fi
  cp "$from/$inside" "$file.part" && chmod 644 "$file.part" && mv "$file.part" "$file"
  say "$file"
done
say 'all there'
