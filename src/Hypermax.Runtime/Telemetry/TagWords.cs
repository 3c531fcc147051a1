using System.Text.Json;

namespace Hypermax.Telemetry;

/// <summary>Enumerations as tags spell them, such as <c>wall_time</c>; each text is made once.</summary>
internal static class TagWords
{
    private static readonly string[] Failures = [.. Enum.GetNames<FailureKind>().Select(Spell)];
    private static readonly string[] States = [.. Enum.GetNames<TrialState>().Select(Spell)];

    /// <summary>What a trial is called that was stopped with its search and will be run again.</summary>
    public const string Cancelled = "cancelled";

    public static string Of(FailureKind failure) => Failures[(int)failure];

    public static string Of(TrialState state) => States[(int)state];

    public static string Of(StopReason reason) => Spell(reason.ToString());

    /// <summary>Gets the word for how an evaluation ended.</summary>
    public static string Of(TrialOutcome outcome) => outcome.Failure == FailureKind.Cancelled ? Cancelled : Of(outcome.State);

    /// <summary>Tells whether a failure is a limit that a watchdog kept.</summary>
    public static bool IsKill(FailureKind failure) => failure is FailureKind.WallTime or FailureKind.CpuTime or FailureKind.Memory or FailureKind.SystemMemory
        or FailureKind.GpuMemory or FailureKind.OutputVolume or FailureKind.Silence;

    /// <summary>Gets a name of code as a tag spells it.</summary>
    public static string Spell(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
