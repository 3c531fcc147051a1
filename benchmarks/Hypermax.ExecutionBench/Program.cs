using Hypermax.ExecutionBench;

// Round trips and kill times are measured end to end with processes, which no micro-benchmark harness can repeat thousands
// of times; so the figures are medians and extremes over many runs, printed with their counts.
if (args is ["open", var folder])
{
    await JournalOpening.OpenAsync(folder);
    return;
}

string[] all = ["roundtrip", "asktell", "polling", "overshoot", "start", "journal", "usage"];
foreach (string name in args.Length == 0 ? all : args)
{
    await (name switch
    {
        "roundtrip" => RoundTrip.RunAsync(),
        "asktell" => AskRunTell.RunAsync(),
        "polling" => Polling.RunAsync(),
        "overshoot" => Overshoot.RunAsync(),
        "start" => Starting.RunAsync(),
        "journal" => JournalOpening.RunAsync(),
        "usage" => Usage.RunAsync(),
        _ => throw new ArgumentException($"'{name}' is no benchmark; there are {string.Join(", ", all)}."),
    });
}
