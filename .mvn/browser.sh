# Sourced by ./check: sees that Chromium and a font for Chinese are there, which the tests of the pages need. Installs
# what is missing where that can be done, or says what to install and ends with 2.
have_chromium() {
  if [ -n "${LACUNA_CHROMIUM:-}" ]; then
    [ -x "$LACUNA_CHROMIUM" ] && return
    echo "check: LACUNA_CHROMIUM names $LACUNA_CHROMIUM, which cannot be run: name a Chromium, or unset it" >&2
    exit 2
  fi
  command -v chromium || command -v chromium-browser || command -v google-chrome
} >/dev/null

have_cjk_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]; }

find_browser() {
  local missing=()
  have_chromium || missing+=(chromium)
  have_cjk_font || missing+=(fonts-noto-cjk)
  [ ${#missing[@]} -gt 0 ] || return 0
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "check: installing ${missing[*]}, which the tests of the pages need" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}" fontconfig; } >/dev/null || true
    hash -r
    missing=()
    have_chromium || missing+=(chromium)
    have_cjk_font || missing+=(fonts-noto-cjk)
    [ ${#missing[@]} -gt 0 ] || return 0
  fi
  echo "check: the tests of the pages need ${missing[*]}: install with 'apt-get install ${missing[*]}' (a Chromium elsewhere: name it in LACUNA_CHROMIUM)" >&2
  exit 2
}
