using Hypermax.Settings;

namespace Hypermax.Sampling;

/// <summary>The options of a method in the one form that studies record: those that differ from the method's own, in the order of its ledger.</summary>
internal static class MethodOptions
{
    private static readonly OptionsRule Rule = new();

    /// <summary>Writes the options of a sampler.</summary>
    /// <returns>Empty where all are the method's own; null where the sampler does not say.</returns>
    public static string? Of(ISampler sampler) => (sampler as IOptionSampler)?.Options;

    /// <summary>Writes options.</summary>
    public static string Write<TOptions>(OptionLedger<TOptions> ledger, TOptions options)
        where TOptions : new() =>
        Rule.Write(ledger.Write(options, new TOptions()).ToDictionary(option => option.Key, option => option.Value, StringComparer.Ordinal));

    /// <summary>Reads what was written.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        _ = Rule.TryRead(text, out IReadOnlyDictionary<string, string> options, out _);
        return options;
    }
}
