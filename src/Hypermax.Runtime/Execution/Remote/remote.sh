# Runs one trial and stays beside it. The first line of standard input is for the trial; after that the input is a life
# line: when it ends, whoever asked for the trial is gone or wants it to stop, and the trial ends with all it started.
@CD@
IFS= read -r hypermax_input
exec 3<&0
end_tree() {
  kill -"$1" -- "-$hypermax_trial" 2>/dev/null
  for hypermax_process in /proc/[0-9]*; do
    if tr '\0' '\n' 2>/dev/null <"$hypermax_process/environ" | grep -qx 'HYPERMAX_REMOTE_TREE=@MARK@'; then
      kill -"$1" "${hypermax_process#/proc/}" 2>/dev/null
    fi
  done 2>/dev/null
}
# Prints the working set in bytes and the processor time in milliseconds of the trial with all that descends from it.
use_of_tree() {
  cat /proc/[0-9]*/stat 2>/dev/null | awk -v root="$1" -v page="$(getconf PAGESIZE)" -v hz="$(getconf CLK_TCK)" '
    { process = $1; sub(/^.*\) /, ""); split($0, f, " "); parent[process] = f[2]; group[process] = f[3]; session[process] = f[4]
      ticks[process] = f[12] + f[13] + f[14] + f[15]; pages[process] = f[22] }
    END { do { more = 0; for (p in parent) if (!(p in tree) && ((p == root) || (parent[p] in tree) || (group[p] == root) || (session[p] == root))) { tree[p]; more = 1 } } while (more)
      for (p in tree) { memory += pages[p]; time += ticks[p] } printf "%.0f %.0f\n", memory * page, time * 1000 / hz }'
}
# Ends the trial when it uses more than it may; the line it prints says so to whoever asked for the trial.
watch_use() {
  while kill -0 "$1" 2>/dev/null; do
    read -r hypermax_memory hypermax_time <<USE
$(use_of_tree "$1")
USE
    [ @MEMORY@ -gt 0 ] && [ "${hypermax_memory:-0}" -gt @MEMORY@ ] && echo "hypermax-limit-@MARK@ memory $hypermax_memory" >&2 && end_tree KILL && return
    [ @CPU@ -gt 0 ] && [ "${hypermax_time:-0}" -gt @CPU@ ] && echo "hypermax-limit-@MARK@ cpu $hypermax_time" >&2 && end_tree KILL && return
    sleep 0.3 2>/dev/null || sleep 1
  done
}
hypermax_session=$(command -v setsid) || set -m
printf '%s\n' "$hypermax_input" | env HYPERMAX_REMOTE_TREE=@MARK@ HYPERMAX_SLOT=@SLOT@@ENVIRONMENT@ $hypermax_session sh -c @COMMAND@ 3<&- &
hypermax_trial=$!
( while read -r hypermax_input <&3; do :; done; end_tree TERM; sleep @GRACE@; end_tree KILL ) >/dev/null 2>&1 &
hypermax_watch=$!
# Only its line may go out: whoever holds the output keeps the connection open.
( [ @MEMORY@ -eq 0 ] && [ @CPU@ -eq 0 ] || watch_use "$hypermax_trial" ) 3<&- >/dev/null &
hypermax_meter=$!
exec 3<&- </dev/null
wait "$hypermax_trial"
hypermax_code=$?
kill "$hypermax_watch" "$hypermax_meter" 2>/dev/null
end_tree KILL
exit "$hypermax_code"
