#!/bin/bash
# A real S3 server for the object-store contract: Ceph's RADOS Gateway with one monitor and one store, on loopback only.
#
#   apt-get install --no-install-recommends ceph-mon ceph-osd radosgw ceph-common
#   test/support/ceph-rgw.sh start DIR    prints the SHOUWEN_TEST_S3_* settings: eval "$(test/support/ceph-rgw.sh start DIR)"
#   test/support/ceph-rgw.sh stop DIR     ends the three processes and removes DIR
#
# DIR is erased by both. Ports: SHOUWEN_TEST_CEPH_PORT (gateway, default 18661) and the two below it (monitor).
set -euo pipefail

command=${1:-}
dir=${2:-}
[[ -n $dir && $command =~ ^(start|stop)$ ]] || { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 64; }
[[ $dir == /* ]] || dir=$PWD/$dir
# Under a moved clock (libfaketime, see docs/decisions/0053): tcmalloc, which Ceph is linked with, hangs while the loader looks for
# libfaketime's symbols, so the C library's own allocator is put before it. Only the wall clock moves: Ceph waits by the monotonic one in a
# call (pthread_cond_clockwait) that libfaketime does not know.
if [[ ${LD_PRELOAD:-} == *libfaketime* ]]; then
  export LD_PRELOAD="$LD_PRELOAD libc.so.6 libstdc++.so.6" FAKETIME_DONT_FAKE_MONOTONIC=1
fi

port=${SHOUWEN_TEST_CEPH_PORT:-18661}
access_key=contract
secret_key=contract-secret-for-loopback-only

stop() {
  # Only what we started, by the ids we kept; the gateway first, so that nothing is cut off in mid-request.
  for name in gateway store monitor; do
    local pid
    pid=$(cat "$dir/run/$name.started" 2>/dev/null) || continue
    [[ $(tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null) == *"$dir/ceph.conf"* ]] || continue
    kill "$pid" 2>/dev/null || true
    for _ in $(seq 100); do [[ -d /proc/$pid && $(cut -d' ' -f3 "/proc/$pid/stat" 2>/dev/null) != Z ]] || break; sleep 0.1; done
    kill -9 "$pid" 2>/dev/null || true
  done
  # Erase only what is recognisably ours: DIR comes from the command line.
  [[ ! -e $dir || -f $dir/ceph.conf ]] || { echo "$dir exists and is not a test server's directory" >&2; exit 73; }
  rm -rf "$dir"
}

write_configuration() {
  mkdir -p "$dir"/{monitor,store,gateway,run,log}
  # osd_class_dir: Debian's default is a relative path. tcp_nodelay: else some 48 ms for every request.
  cat >"$dir/ceph.conf" <<CONF
[global]
fsid = $fsid
mon_initial_members = a
mon_host = [v2:127.0.0.1:$((port - 1)),v1:127.0.0.1:$((port - 2))]
public_addr = 127.0.0.1
auth_cluster_required = cephx
auth_service_required = cephx
auth_client_required = cephx
keyring = $dir/keyring
run_dir = $dir/run
log_file = $dir/log/\$name.log
admin_socket = $dir/run/\$name.asok
osd_pool_default_size = 1
osd_pool_default_min_size = 1
mon_allow_pool_size_one = true
osd_pool_default_pg_num = 8
osd_pool_default_pgp_num = 8
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_max_pg_per_osd = 2000
[mon]
mon_data = $dir/monitor
mon_data_avail_crit = 1
mon_data_avail_warn = 2
[osd]
osd_data = $dir/store
osd_objectstore = memstore
memstore_device_bytes = 2147483648
osd_max_object_name_len = 460
osd_max_object_namespace_len = 64
osd_class_dir = /usr/lib/$(uname -m)-linux-gnu/rados-classes
osd_class_load_list = *
osd_class_default_list = *
[client]
rgw_data = $dir/gateway
rgw_frontends = beast endpoint=127.0.0.1:$port tcp_nodelay=1
rgw_rados_pool_pg_num_min = 1
rgw_enable_usage_log = false
CONF
}

write_keys() {
  ceph-authtool -C "$dir/keyring" --gen-key -n mon. --cap mon 'allow *'
  ceph-authtool "$dir/keyring" --gen-key -n client.admin --cap mon 'allow *' --cap osd 'allow *'
  ceph-authtool "$dir/keyring" --gen-key -n client.rgw.a --cap mon 'allow rwx' --cap osd 'allow rwx'
  ceph-authtool "$dir/keyring" --gen-key -n osd.0 --cap mon 'allow profile osd' --cap osd 'allow *'
}

# Runs a server in the background and keeps its id.
launch() {
  local name=$1
  shift
  setsid "$@" -c "$dir/ceph.conf" -f >"$dir/log/$name.out" 2>&1 </dev/null &
  echo $! >"$dir/run/$name.started"
}

wait_for() {
  local what=$1
  shift
  for _ in $(seq 300); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done
  echo "$what did not come up within half a minute; see $dir/log" >&2
  exit 69
}

ceph_here() { timeout 5 ceph -c "$dir/ceph.conf" "$@"; }
store_is_up() { ceph_here osd stat | grep -q '1 up'; }

start() {
  for tool in ceph-mon ceph-osd radosgw radosgw-admin ceph curl; do
    command -v "$tool" >/dev/null || { echo "$tool is missing; see the head of $0 for the packages" >&2; exit 69; }
  done
  fsid=$(cat /proc/sys/kernel/random/uuid)
  write_configuration
  write_keys
  monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$((port - 1)),v1:127.0.0.1:$((port - 2))]" "$dir/monmap"
  ceph-mon -c "$dir/ceph.conf" -i a --mkfs --monmap "$dir/monmap" --keyring "$dir/keyring"
  launch monitor ceph-mon -i a
  wait_for 'the monitor' ceph_here -s
  local store_id
  store_id=$(cat /proc/sys/kernel/random/uuid)
  ceph_here osd new "$store_id"
  ceph-osd -c "$dir/ceph.conf" -i 0 --mkfs --osd-uuid "$store_id"
  launch store ceph-osd -i 0
  wait_for 'the store' store_is_up
  launch gateway radosgw -n client.rgw.a
  wait_for 'the gateway' curl -sf -o /dev/null "http://127.0.0.1:$port/"
  radosgw-admin -c "$dir/ceph.conf" -n client.rgw.a user create --uid=contract --display-name=contract \
    --access-key="$access_key" --secret-key="$secret_key"
}

stop
[[ $command == stop ]] && exit
start >&2
cat <<SETTINGS
export SHOUWEN_TEST_S3_ENDPOINT=http://127.0.0.1:$port
export SHOUWEN_TEST_S3_ACCESS_KEY=$access_key
export SHOUWEN_TEST_S3_SECRET_KEY=$secret_key
SETTINGS
