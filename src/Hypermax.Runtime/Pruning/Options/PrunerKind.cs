using Hypermax.Settings;

namespace Hypermax.Pruning.Options;

/// <summary>A kind of pruner: what options it has, and how one is made of them.</summary>
internal abstract class PrunerKind
{
    /// <summary>Gets the options.</summary>
    public abstract IReadOnlyList<OptionRow> Rows { get; }

    /// <summary>Gets the pruner with its own options.</summary>
    public abstract IPruner Plain { get; }

    /// <summary>Makes a pruner; what is wrong with the options goes into the violations.</summary>
    public abstract IPruner Create(IReadOnlyDictionary<string, string> given, Violations violations);

    /// <summary>Tells whether an option has a name.</summary>
    public abstract bool HasOption(string name);

    /// <summary>Sets an option that there is.</summary>
    public abstract IPruner Set(IPruner pruner, string name, string text, Violations violations);

    /// <summary>Checks what code has set.</summary>
    public abstract void Check(IPruner pruner, Violations violations);
}
