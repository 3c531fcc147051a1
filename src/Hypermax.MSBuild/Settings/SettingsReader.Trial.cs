using System.Globalization;

namespace Hypermax.Build.Settings;

/// <content>The properties about single trials.</content>
public sealed partial class SettingsReader
{
    private const string None = "none";

    private TrialSettings Trial() => new()
    {
        Seconds = Limit("HypertuneTrialSeconds", "the longest time of a trial in seconds", "60"),
        SoftSeconds = Limit("HypertuneTrialSoftSeconds", "after how many seconds a trial is asked to end", "50"),
        CpuSeconds = Limit("HypertuneTrialCpuSeconds", "the most processor time of a trial in seconds", "120"),
        SilenceSeconds = Limit("HypertuneTrialSilenceSeconds", "for how many seconds a trial may print and report nothing", "30"),
        MemoryMegabytes = Limit("HypertuneTrialMemoryMegabytes", "the largest working set of a trial in mebibytes", "2048"),
        GpuMegabytes = Limit("HypertuneTrialGpuMegabytes", "the most GPU memory of a trial in mebibytes", "4096"),
        OutputMegabytes = Limit("HypertuneTrialOutputMegabytes", "how many mebibytes a trial may print", "10"),
        SystemMemoryPercent = Limit("HypertuneSystemMemoryPercent", "how many percent of the machine's memory may be in use", "90"),
        KillLoss = KillLoss(),
        FreshProcess = Text("HypertuneFreshProcess") is null ? null : Flag("HypertuneFreshProcess", byDefault: false),
        Retries = Count("HypertuneRetries", 0, "how often a failed trial is run again", 2),
        RetryOn = Text("HypertuneRetryOn"),
        Repeats = Count("HypertuneTrialRepeats", 1, "how often every point is evaluated", 3),
        ConfirmLeaders = Count("HypertuneConfirmLeaders", 0, "how many of the best points are evaluated more often", 5),
        ConfirmRepeats = Count("HypertuneConfirmRepeats", 2, "how often the best points are evaluated in all", 10),
        Loss = Text("HypertuneLoss"),
        Gpus = Text("HypertuneGpus")?.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [],
        SlotCores = Count("HypertuneSlotCores", 1, "how many processor cores each slot is told to use", 2),
    };

    private int? Count(string property, int low, string meaning, long example) =>
        Whole(property, low, int.MaxValue, meaning, example) is long count ? (int)count : null;

    private double? Limit(string property, string meaning, string example)
    {
        string? text = Text(property);
        if (text is null)
        {
            return null;
        }

        if (string.Equals(text, None, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && value < 1e12)
        {
            return value;
        }

        Add(property, $"says {meaning} and must be a number above 0, with a point for decimals, or none", text, $"Set for example -p:{property}={example}.");
        return null;
    }

    private double? KillLoss() => string.Equals(Text("HypertuneKillLoss"), None, StringComparison.OrdinalIgnoreCase)
        ? double.NaN
        : Number("HypertuneKillLoss", "the value of a trial that a limit ended", "10");
}
