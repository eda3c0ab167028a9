#!/bin/sh
# Install Debian packages that are missing: as root, or through sudo. Without either, or without apt, say what to do and go on.
missing=""
for package in "$@"; do
    command -v dpkg-query >/dev/null || break
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q "ok installed" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
if ! command -v apt-get >/dev/null; then
    exit 0
elif [ "$(id -u)" = 0 ]; then
    run=""
elif sudo -n true 2>/dev/null; then
    run="sudo"
else
    echo "PDF needs system packages. Run: sudo apt-get install$missing"
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing$missing"
$run apt-get update -qq && $run apt-get install -y -qq --no-install-recommends $missing >/dev/null
