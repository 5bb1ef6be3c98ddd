#!/bin/sh
# Installs the folder it lies in to /opt/mingsuan as a service; run as root. No network is needed.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
target=${MINGSUAN_TARGET:-/opt/mingsuan}
if [ "$(id -u)" -ne 0 ]; then
  echo '请用 root 运行：sudo ./install.sh' >&2
  exit 1
fi
id mingsuan >/dev/null 2>&1 || useradd --system --home-dir /var/lib/mingsuan --create-home mingsuan
# The former version stays beside the new one until that has started.
rm -rf "$target.new"
mkdir -p "$target.new"
cp -a "$here/node" "$here/app" "$here/mingsuan" "$target.new/"
chmod -R go+rX "$target.new"
if [ -d "$target" ]; then
  rm -rf "$target.old"
  mv "$target" "$target.old"
fi
mv "$target.new" "$target"
ln -sf "$target/mingsuan" /usr/local/bin/mingsuan
sed "s|/usr/bin/env node /opt/mingsuan/dist/cli.js|$target/node/bin/node $target/app/dist/cli.js|" \
  "$here/mingsuan.service" > /etc/systemd/system/mingsuan.service
if command -v systemctl >/dev/null 2>&1 && [ -d /run/systemd/system ]; then
  systemctl daemon-reload
  systemctl enable mingsuan
  systemctl restart mingsuan
  echo '已安装并启动。初始密码：journalctl -u mingsuan'
else
  echo "已安装。启动：$target/mingsuan serve --data /var/lib/mingsuan/data"
fi
