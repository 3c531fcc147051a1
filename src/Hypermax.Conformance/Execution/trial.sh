# One trial of the conformance suite for executors, as a program: sh trial.sh BEHAVIOUR VALUE MARK
# Prints the result in the form that docs/guide/executors.md describes.
export HYPERMAX_CONFORMANCE_RUN="$3"
echo "$1" >> "$(dirname "$0")/started"
case $1 in
  completes) ;;
  notFinite) echo NaN; exit 0 ;;
  throws) echo "the model's matrix isn't invertible" >&2; exit 3 ;;
  dies) kill -9 $$ ;;
  waits) sleep 600 ;;
  ignores) trap '' TERM INT HUP; while :; do sleep 600; done ;;
  spawns) sleep 600 & ;;
  reports) echo '{"step": 1, "value": 0.5}'; echo '{"step": 2, "value": 0.25}'; echo '{"step": 5, "value": 0.125}' ;;
  *) echo "usage: sh trial.sh BEHAVIOUR VALUE MARK; there is no behaviour '$1'" >&2; exit 2 ;;
esac
echo "$2"
