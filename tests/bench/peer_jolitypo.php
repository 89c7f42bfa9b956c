<?php
// SPDX-License-Identifier: MIT
// peer_jolitypo.php AUTOLOAD FILE [RUNS]
// JoliTypo's fixString(), which reads no HTML, with the rules it recommends for fr_FR. AUTOLOAD is the file that loads its
// classes. The text is given whole and, as news comes, line by line; the figures are those of the better. Hyphenation is
// left out: fr-FR of libnorm has none, and it would only cost the peer time.

function processor_time(): float
{
    $usage = getrusage();
    return $usage['ru_utime.tv_sec'] + $usage['ru_stime.tv_sec']
        + ($usage['ru_utime.tv_usec'] + $usage['ru_stime.tv_usec']) / 1e6;
}

/** Seconds of each run, ascending. */
function time_runs(JoliTypo\Fixer $fixer, array $texts, int $count): array
{
    $seconds = [];
    for ($run = 0; $run < $count; $run++) {
        $start = processor_time();
        foreach ($texts as $text) {
            $fixer->fixString($text);
        }
        $seconds[] = processor_time() - $start;
    }
    sort($seconds);
    return $seconds;
}

if ($argc < 3) {
    fwrite(STDERR, "peer_jolitypo: AUTOLOAD FILE [RUNS]\n");
    exit(1);
}
require $argv[1];
ini_set('pcre.backtrack_limit', '100000000');
ini_set('memory_limit', '4G');
$whole = file_get_contents($argv[2]);
if ($whole === false) {
    exit(1);
}
$rules = array_diff(JoliTypo\LocaleConfig::getRecommendedRules('fr_FR'), ['Hyphen']);
$fixer = new JoliTypo\Fixer($rules);
$fixer->setLocale('fr_FR');
$count = max(1, (int) ($argv[3] ?? 3));
$best = null;
foreach ([[$whole], explode("\n", $whole)] as $texts) {
    $seconds = time_runs($fixer, $texts, $count);
    if ($best === null || $seconds[0] < $best[0]) {
        $best = $seconds;
    }
}
$megabytes = strlen($whole) / 1e6;
printf("speed %.3f %.3f\n", $megabytes / $best[0], $megabytes / $best[intdiv(count($best), 2)]);
