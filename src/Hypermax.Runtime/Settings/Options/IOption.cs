namespace Hypermax.Settings;

/// <summary>One option of a record of options, or several that share the beginning of their names.</summary>
/// <typeparam name="TOptions">The record.</typeparam>
internal interface IOption<TOptions>
{
    /// <summary>Gets what people may write, for the documentation and for those who mistyped.</summary>
    /// <param name="plain">The options when nobody gives any.</param>
    IReadOnlyList<OptionRow> RowsOf(TOptions plain);

    /// <summary>Tells whether a name means this option.</summary>
    bool IsNamed(string name);

    /// <summary>Sets the option from a text.</summary>
    /// <param name="options">The options so far.</param>
    /// <param name="name">What was written.</param>
    /// <param name="text">Its value.</param>
    /// <param name="violations">Takes what is wrong.</param>
    /// <returns>The options with it; as they were where something is wrong.</returns>
    TOptions Set(TOptions options, string name, string text, Violations violations);

    /// <summary>Writes what is set, so that it can be read again; nothing where it is as plain options have it.</summary>
    IEnumerable<KeyValuePair<string, string>> Write(TOptions options, TOptions plain);

    /// <summary>Checks what code has set.</summary>
    void Check(TOptions options, Violations violations);
}
