# What the scripts tell whoever started them; to be sourced. On a terminal one line of stderr is rewritten
# while a step goes on; in a pipe or a file each step is one line.
#
#   step "building 2 programs"   a step begins
#   at 120 210                   120 parts of 210 are done
#   at_percent 40 fetching       a part of the step by its name, where only a percentage is known
#   done_step                    it is done; says how many seconds it took
#   fail "one sentence"          ends the script with 1
program=${0#"$PWD"/}
step_said='' step_began=0

fail() {
  if [ -n "$step_said" ]; then printf '\n' >&2; fi
  printf '%s: %s\n' "$program" "$*" >&2
  exit 1
}

rewrite() { # the line, cut to the terminal's width
  local line="$step_said: $1" columns
  columns=$(tput cols 2>/dev/null || echo 80)
  printf '\r\033[K%s' "${line:0:columns - 1}" >&2
}

step() {
  step_said=$1 step_began=$SECONDS
  printf '%s' "$step_said" >&2
}

at() {
  [ -t 2 ] || return 0
  local spent=$((SECONDS - step_began)) left=''
  if ((spent >= 5 && $1 > 0)); then
    local seconds=$((spent * ($2 - $1) / $1))
    if ((seconds >= 90)); then left=", about $(((seconds + 30) / 60)) minutes left"
    elif ((seconds >= 45)); then left=', about a minute left'
    else left=', less than a minute left'; fi
  fi
  rewrite "$1 of $2$left"
}

at_percent() {
  [ -t 2 ] || return 0
  rewrite "$2 $1 %"
}

done_step() {
  if [ -t 2 ]; then printf '\r\033[K%s' "$step_said" >&2; fi
  printf ': done in %d s\n' $((SECONDS - step_began)) >&2
  step_said=''
}

# Whether the disk of folder $1 has no room left, which makes programs fail in many words.
disk_is_full() {
  local free_mb
  free_mb=$(df --output=avail -m "$1" 2>/dev/null | tail -n 1) || return 1
  ((free_mb < 20))
}
