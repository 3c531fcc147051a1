using Hypermax.Settings;

namespace Hypermax.Sampling;

/// <summary>A method of search whose options are a record.</summary>
/// <typeparam name="TOptions">The record.</typeparam>
/// <param name="options">The options by name.</param>
/// <param name="make">Makes a sampler.</param>
/// <param name="together">Checks what holds for several options together.</param>
internal sealed class Method<TOptions>(OptionLedger<TOptions> options, Func<TOptions, ISampler> make, Action<TOptions, Violations>? together = null) : Method
    where TOptions : new()
{
    public override IReadOnlyList<OptionRow> Rows => options.RowsOf(new TOptions());

    public override ISampler? Create(IReadOnlyDictionary<string, string> given, Violations violations)
    {
        int before = violations.Found.Count;
        TOptions read = options.Read(new TOptions(), given, violations);
        if (violations.Found.Count == before)
        {
            together?.Invoke(read, violations);
        }

        return violations.Found.Count == before ? make(read) : null;
    }
}
