using Hypermax.Settings;

namespace Hypermax.Pruning.Options;

/// <summary>A kind of pruner whose type is also the record of its options.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="options">The options by name.</param>
/// <param name="together">Checks what holds for several options together.</param>
internal sealed class PrunerKind<T>(OptionLedger<T> options, Action<T, Violations>? together = null) : PrunerKind
    where T : IPruner, new()
{
    public override IReadOnlyList<OptionRow> Rows => options.RowsOf(new T());

    public override IPruner Plain => new T();

    public override IPruner Create(IReadOnlyDictionary<string, string> given, Violations violations)
    {
        int before = violations.Found.Count;
        T read = options.Read(new T(), given, violations);
        if (violations.Found.Count == before)
        {
            together?.Invoke(read, violations);
        }

        return read;
    }

    public override bool HasOption(string name) => options.Find(name) is not null;

    public override IPruner Set(IPruner pruner, string name, string text, Violations violations) =>
        options.Find(name)!.Set((T)pruner, name, text, violations);

    public override void Check(IPruner pruner, Violations violations)
    {
        options.Check((T)pruner, violations);
        together?.Invoke((T)pruner, violations);
    }
}
