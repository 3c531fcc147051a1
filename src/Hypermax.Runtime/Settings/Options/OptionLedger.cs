using Hypermax.Errors;

namespace Hypermax.Settings;

/// <summary>The options of a record: read from texts, checked in code, and listed in the documentation.</summary>
/// <typeparam name="TOptions">The record.</typeparam>
/// <param name="owner">What the options belong to, such as "the method 'tpe'".</param>
/// <param name="options">The options, in the order of the documentation; presets first.</param>
internal sealed class OptionLedger<TOptions>(string owner, params IOption<TOptions>[] options)
{
    /// <summary>Gets what the options belong to.</summary>
    public string Owner => owner;

    /// <summary>Gets what people may write.</summary>
    /// <param name="plain">The options when nobody gives any.</param>
    public IReadOnlyList<OptionRow> RowsOf(TOptions plain) => [.. options.SelectMany(option => option.RowsOf(plain))];

    /// <summary>Gets an option by what people wrote, in any case; or null.</summary>
    public IOption<TOptions>? Find(string name) => options.FirstOrDefault(option => option.IsNamed(name));

    /// <summary>Sets what was given, in the order of the ledger.</summary>
    /// <param name="start">The options to begin with.</param>
    /// <param name="given">Names and values.</param>
    /// <param name="violations">Takes what is wrong.</param>
    /// <param name="besides">What else may be given beside these and is read elsewhere: whose options they are, and their names.</param>
    public TOptions Read(
        TOptions start, IReadOnlyDictionary<string, string> given, Violations violations, (string Owner, IReadOnlyList<string> Names)? besides = null)
    {
        foreach (string name in given.Keys.Where(name => Find(name) is null))
        {
            string[] known = [.. RowsOf(start).Select(row => row.Name), .. besides?.Names ?? []];
            string remedy = NearestName.Of(name, known) is { } nearest ? $"Did you mean '{nearest}'?"
                : known.Length == 0 ? "It has none. Leave it out."
                : $"There are {string.Join(", ", known)}.";
            string owners = besides is { } other ? $"{owner} or {other.Owner}" : owner;
            violations.Add(new Violation($"'{violations.Name(name)}'", $"is no option of {owners}", null, remedy));
        }

        TOptions read = start;
        foreach (IOption<TOptions> option in options)
        {
            foreach ((string name, string text) in given.Where(entry => option.IsNamed(entry.Key)))
            {
                read = option.Set(read, name, text, violations);
            }
        }

        return read;
    }

    /// <summary>Writes what differs from plain options, in the order of the ledger, so that it can be read again.</summary>
    public IEnumerable<KeyValuePair<string, string>> Write(TOptions record, TOptions plain) => options.SelectMany(option => option.Write(record, plain));

    /// <summary>Checks what code has set.</summary>
    public void Check(TOptions record, Violations violations)
    {
        foreach (IOption<TOptions> option in options)
        {
            option.Check(record, violations);
        }
    }

    /// <summary>Checks what code has set, and throws when something is wrong.</summary>
    /// <param name="record">The options.</param>
    /// <param name="together">Checks what holds for several of them together.</param>
    /// <exception cref="ArgumentException">Options are out of range; the message names all of them.</exception>
    public void Require(TOptions record, Action<TOptions, Violations>? together = null)
    {
        Violations found = new();
        Check(record, found);
        together?.Invoke(record, found);
        found.ThrowIfAny(owner);
    }
}
