# SPDX-License-Identifier: MIT
# The tables of bench.sh, from lines of SECTION, INPUT, SUBJECT, WHAT and figures, with tabs between.
# Runs of several rounds: "best" is the best of all, "median" the median of the medians of the rounds.

{ key = $1 SUBSEP $2 SUBSEP $3 }
$4 == "speed" {
	if (!(key in best) || $5 > best[key])
		best[key] = $5
	note_median($6)
}
$4 == "latency" {
	if (!(key in best) || $5 < best[key])
		best[key] = $5
	note_median($6)
}
$4 == "compile" {
	first[$3] = first[$3] " " $5
	note_median($6)
}
$4 == "gazetteer" {
	note_median($6)
	for (i = 5; i <= 9; i++)
		gazetteer[$3, i] = gazetteer[$3, i] " " $i
}
$4 == "startup" {
	cat_start[$3] = cat_start[$3] " " $5
	start_ratio[$3] = start_ratio[$3] " " $6 / $5
	note_median($6)
}
$4 == "processor" && $3 ~ /norm-convert/ {
	figure = $3 ~ /^cat/ ? $6 : $5
	if (figure > processor[key])
		processor[key] = figure
}
$4 == "memory" && $1 == "memory" && $6 > memory[key] { memory[key] = $6 }

function note_median(figure) {
	if (!(key in medians) && !(($1, $3) in seen)) {
		subjects[$1, ++subject_count[$1]] = $3
		seen[$1, $3] = 1
	}
	if (!(($1, "", $2) in seen)) {
		section_inputs[$1, ++input_count[$1]] = $2
		seen[$1, "", $2] = 1
	}
	medians[key] = medians[key] " " figure
}

# The median of a list with blanks between.
function median(list,    n, i, j, figure, sorted) {
	n = split(list, sorted, " ")
	for (i = 2; i <= n; i++) {
		figure = sorted[i] + 0
		for (j = i - 1; j >= 1 && sorted[j] + 0 > figure; j--)
			sorted[j + 1] = sorted[j]
		sorted[j + 1] = figure
	}
	return n ? (n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2) : 0
}

function ratio(figure, other) {
	return figure && other ? figure / other : 0
}

function speed(input, subject) {
	return best["speed", input, subject]
}

# What the targets compare a subject to.
function peer_of(subject,    words) {
	split(subject, words, " ")
	if (subject ~ /^libnorm (none|clean|fr-FR)/)
		return "ICU NFC"
	if (subject ~ /^libnorm/)
		return "ICU NFKC_Casefold"
	if (subject ~ /norm-convert (clean|search)/)
		return subject ~ /clean/ ? "libnorm clean stream" : "libnorm search stream"
	if (subject == "norm-report --json -j 2")
		return "norm-report --json -j 1"
	return ""
}

function print_speed_row(subject,    i, n, input, names) {
	n = split(inputs, names, " ")
	printf "%-34s", subject
	for (i = 1; i <= n; i++) {
		input = names[i]
		printf "%7.0f (%5.0f)", speed(input, subject), median(medians["speed", input, subject])
		if (peer_of(subject))
			printf " x%-6.2f", ratio(speed(input, subject), speed(input, peer_of(subject)))
		else
			printf "        "
	}
	printf "%s\n", peer_of(subject)
}

function print_speeds(    i, n, names) {
	print "\nSPEED in MB/s of input: best (median); x: best in relation to that of the peer named at the end of the row\n"
	n = split(inputs, names, " ")
	printf "%34s", ""
	for (i = 1; i <= n; i++)
		printf "%-22s", "    " names[i]
	print "peer"
	for (i = 1; i <= subject_count["speed"]; i++)
		print_speed_row(subjects["speed", i])
}

function print_latencies(    i, j, input, place) {
	print "\nONE HEADLINE of about 80 bytes, in microseconds: best (median)\n"
	for (i = 1; i <= subject_count["latency"]; i++) {
		printf "%-34s", subjects["latency", i]
		for (j = 1; j <= input_count["latency"]; j++) {
			input = section_inputs["latency", j]
			place = "latency" SUBSEP input SUBSEP subjects["latency", i]
			printf "%8.2f (%5.2f) %s    ", best[place] / 1000, median(medians[place]) / 1000, input
		}
		print ""
	}
}

function print_compilations(    i, name) {
	print "\nCOMPILING A PROFILE, in milliseconds: the first in a process, and the mean of many\n"
	for (i = 1; i <= subject_count["compile"]; i++) {
		name = subjects["compile", i]
		printf "%-34s%8.3f%8.3f\n", name, median(first[name]), median(medians["compile", "-", name])
	}
}

function print_gazetteers(    i, j, name) {
	print "\nGAZETTEERS: seconds to compile; milliseconds to the first answer, in a new process and then; nanoseconds for a name"
	print "that is there, and for one that is not\n"
	for (i = 1; i <= subject_count["gazetteer"]; i++) {
		name = subjects["gazetteer", i]
		printf "%-34s", name
		for (j = 5; j <= 9; j++)
			printf j < 6 ? "%8.2f" : j < 8 ? "%8.3f" : "%8.0f", median(gazetteer[name, j])
		print ""
	}
}

function print_finders(    i, j, name, input) {
	print "\nPLACES IN NEWS in MB/s: best (median)\n"
	for (i = 1; i <= subject_count["finder"]; i++) {
		name = subjects["finder", i]
		printf "%-34s", name
		for (j = 1; j <= input_count["finder"]; j++) {
			input = section_inputs["finder", j]
			printf "%7.0f (%5.0f) %s    ", best["finder", input, name], median(medians["finder", input, name]), input
		}
		print ""
	}
}

function print_start_ups(    i, name) {
	print "\nSTART-UP on an empty file, in milliseconds: median, that of cat in turns with it, ratio\n"
	for (i = 1; i <= subject_count["startup"]; i++) {
		name = subjects["startup", i]
		printf "%-34s%8.2f%8.2f%8.2f\n", name, median(medians["startup", "-", name]) / 1000,
			median(cat_start[name]) / 1000, median(start_ratio[name])
	}
}

function print_memories(    i, j, name, kind) {
	print "\nMEMORY of a filter behind a pipe, in MiB: the most it held (speed in MB/s)\n"
	printf "%34s", ""
	for (j = 1; j <= input_count["memory"]; j++)
		printf "%-20s", "    " section_inputs["memory", j]
	print ""
	for (i = 1; i <= subject_count["memory"]; i++) {
		name = subjects["memory", i]
		printf "%-34s", name
		for (j = 1; j <= input_count["memory"]; j++) {
			kind = section_inputs["memory", j]
			printf "%8.1f (%5.0f)    ", memory["memory", kind, name] / 1024, best["memory", kind, name]
		}
		print ""
	}
}

# How a hard input does in relation to news, and, noted for the targets, the worst of all.
function hard_ratio(kind, subject,    found, linear) {
	found = ratio(best["hard", kind, subject], speed("mixed", subject))
	linear = ratio(best["hard", kind, subject], best["part", kind, subject])
	if (!worst || found < worst) {
		worst = found
		worst_name = subject ", " kind
	}
	if (!least_linear || linear < least_linear) {
		least_linear = linear
		least_linear_name = subject ", " kind
	}
	return found
}

function print_hard(    i, j, kind, subject, peer) {
	peer = "ICU NFKC_Casefold"
	print "\nHARD INPUT in MB/s; x: in relation to the mixed news\n"
	printf "%-14s", ""
	for (j = 1; j <= subject_count["hard"]; j++)
		printf "%-23s", "  " subjects["hard", j]
	print ""
	for (i = 1; i <= input_count["hard"]; i++) {
		kind = section_inputs["hard", i]
		printf "%-14s", kind
		for (j = 1; j <= subject_count["hard"]; j++) {
			subject = subjects["hard", j]
			printf "%7.0f", best["hard", kind, subject]
			if (subject != peer)
				printf " x%-14.3f", hard_ratio(kind, subject)
		}
		print ""
	}
}

# A target: figure and limit, and whether the figure may be at most (or must be at least) the limit.
function target(name, figure, limit, unit, at_most,    reached) {
	reached = at_most ? figure <= limit : figure >= limit
	printf "%-62s%9.3f   %s %-5g %-5s %s\n", name, figure, at_most ? "<=" : ">=", limit, unit,
		!figure ? "not run" : reached ? "yes" : "NO"
}

function compare(input, subject, peer, limit) {
	target(subject " / " peer ", " input, ratio(speed(input, subject), speed(input, peer)), limit, "x")
}

function print_input_targets(input,    profile, subject) {
	compare(input, "libnorm clean plain", "libnorm clean without repair", 0.9)
	for (profile = 1; profile <= 2; profile++) {
		subject = "libnorm " (profile == 1 ? "clean" : "search")
		compare(input, subject " edits", subject " plain", 0.6)
		compare(input, subject " stream-edits", subject " stream", 0.6)
		subject = profile == 1 ? "clean" : "search"
		compare(input, "cat | norm-convert " subject, "libnorm " subject " stream", 0.7)
		target("  the same by processor time of norm-convert",
			ratio(processor["speed", input, "cat | norm-convert " subject],
				speed(input, "libnorm " subject " stream")), 0.7, "x")
	}
}

function print_memory_targets(    i, j, place, most) {
	for (i = 1; i <= input_count["memory"]; i++) {
		most = 0
		for (j = 1; j <= subject_count["memory"]; j++) {
			place = "memory" SUBSEP section_inputs["memory", i] SUBSEP subjects["memory", j]
			most = memory[place] > most ? memory[place] : most
		}
		target("memory, " section_inputs["memory", i], most / 1024, 16, "MiB", 1)
	}
}

function print_targets(    i, j, n, names) {
	n = split(inputs, names, " ")
	print "\nTARGETS\n"
	compare("mixed", "libnorm search plain", "ICU NFKC_Casefold", 1.5)
	compare("french", "libnorm search plain", "ICU NFKC_Casefold", 1.5)
	compare("arabic", "libnorm search plain", "ICU NFKC_Casefold", 1.2)
	compare("french", "libnorm clean plain", "ICU NFC", 1.5)
	target("libnorm clean plain, arabic", speed("arabic", "libnorm clean plain"), 300, "MB/s")
	compare("french", "libnorm fr-FR plain", "JoliTypo fr_FR", 4)
	target("libnorm fr-FR plain, french", speed("french", "libnorm fr-FR plain"), 250, "MB/s")
	for (i = 1; i <= n; i++)
		print_input_targets(names[i])
	for (i = 1; i <= n; i++) {
		target("norm-report --json -j 1, " names[i], speed(names[i], "norm-report --json -j 1"), 100, "MB/s")
		compare(names[i], "norm-report --json -j 2", "norm-report --json -j 1", 1.7)
	}
	for (i = 1; i <= subject_count["startup"]; i++)
		target("start-up / cat, " subjects["startup", i], median(start_ratio[subjects["startup", i]]), 4, "x", 1)
	print_memory_targets()
	for (i = 1; i <= subject_count["gazetteer"]; i++)
		target("first answer of a gazetteer, " subjects["gazetteer", i],
			median(gazetteer[subjects["gazetteer", i], 6]), 5, "ms", 1)
	for (i = 1; i <= subject_count["finder"]; i++)
		for (j = 1; j <= input_count["finder"]; j++)
			target("places, " subjects["finder", i] ", " section_inputs["finder", j],
				best["finder", section_inputs["finder", j], subjects["finder", i]],
				subjects["finder", i] == "1000000 names" ? 100 : 150, "MB/s")
	target("hard input / news (" worst_name ")", worst, 0.1, "x")
	target("linear: whole / part (" least_linear_name ")", least_linear, 0.5, "x")
	n = split(profiles, names, " ")
	for (i = 1; i <= n; i++)
		target("compiling, first: " names[i], median(first[names[i]]), 1, "ms", 1)
}

END {
	print_speeds()
	print_latencies()
	print_compilations()
	print_gazetteers()
	print_finders()
	print_start_ups()
	print_hard()
	print_memories()
	print_targets()
}
