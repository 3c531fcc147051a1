using System.Globalization;

namespace Hypermax.Settings;

/// <summary>Collects the rules that settings break, so that people hear of all at once.</summary>
/// <param name="spell">Turns the name of an option into the one that people wrote; by default it stays.</param>
internal sealed class Violations(Func<string, string>? spell = null)
{
    private readonly List<Violation> _found = [];

    private Violations(List<Violation> found, Func<string, string> spell)
        : this(spell) => _found = found;

    /// <summary>Gets what was found so far.</summary>
    public IReadOnlyList<Violation> Found => _found;

    /// <summary>Gets what was found as sentences.</summary>
    public IReadOnlyList<string> Sentences => [.. _found.Select(violation => violation.ToString())];

    /// <summary>Gets an option by the name that people wrote.</summary>
    public string Name(string option) => spell is null ? option : spell(option);

    /// <summary>Goes on with the same list where options have other names.</summary>
    public Violations In(Func<string, string> names) => new(_found, names);

    /// <summary>Notes a violation.</summary>
    public void Add(Violation violation) => _found.Add(violation);

    /// <summary>Notes a violation unless something holds.</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="option">The option.</param>
    /// <param name="value">Its value.</param>
    /// <param name="rule">What holds for it, as the rest of a sentence: "must be above 0".</param>
    /// <param name="remedy">What to do, as a sentence.</param>
    public void Require(bool holds, string option, object? value, string rule, string remedy = "Leave it out for the default.")
    {
        if (!holds)
        {
            Add(new Violation($"'{Name(option)}'", rule, value is null ? null : Convert.ToString(value, CultureInfo.InvariantCulture), remedy));
        }
    }

    /// <summary>Throws when anything was found.</summary>
    /// <param name="subject">What the options belong to, such as "the method 'tpe'".</param>
    /// <exception cref="ArgumentException">Something was found; the message lists all of it.</exception>
    public void ThrowIfAny(string subject)
    {
        if (_found.Count > 0)
        {
            throw new ArgumentException($"The settings of {subject} do not hold: {string.Join(" ", Sentences)}");
        }
    }
}
