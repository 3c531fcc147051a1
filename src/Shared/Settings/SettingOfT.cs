namespace Hypermax.Settings;

/// <summary>A setting whose values have a type of their own.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="name">The name that all surfaces share, each with its own decoration.</param>
/// <param name="rule">What a value must be.</param>
/// <param name="surfaces">Where the setting may be given.</param>
/// <param name="meaning">What the setting says, so that "says …" is a sentence.</param>
/// <param name="example">A value that remedies show.</param>
internal sealed class Setting<T>(string name, Rule<T> rule, Surfaces surfaces, string meaning, string example) : Setting(name, surfaces, meaning, example)
    where T : notnull
{
    /// <summary>Gets what a value must be.</summary>
    public Rule<T> Rule { get; } = rule;

    public override string RuleWords => Rule.Words;

    public override Type ValueType => typeof(T);

    public override bool TryRead(string text, out object? value, out string? hint)
    {
        bool isRead = Rule.TryRead(text, out T read, out hint);
        value = isRead ? read : null;
        return isRead && Rule.Accepts(read);
    }

    public override string Write(object value) => Rule.Write((T)value);
}
