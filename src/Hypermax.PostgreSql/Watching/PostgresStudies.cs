using Hypermax.PostgreSql.Connecting;
using Hypermax.PostgreSql.Watching;
using Hypermax.Studies.Watching;

namespace Hypermax.PostgreSql;

/// <summary>The studies of a PostgreSQL database, to be watched: every one there is, or those of some names.</summary>
/// <remarks>
/// <para>One connection, opened when somebody looks and opened anew after it was cut. A look is one question for all studies, at most five times a second,
/// and of a study only the records are read that are new. Nothing is locked and no worker registered. A user who may only select is enough to look.</para>
/// <para>Nothing that is said of the database has its password.</para>
/// </remarks>
public sealed class PostgresStudies : StudySource
{
    private readonly DatabasePulse _pulse;
    private readonly IReadOnlyList<string> _names;

    /// <summary>Names a database; it is not asked yet, and may come and go.</summary>
    /// <param name="address">A URL <c>postgres://user@host:port/database?key=value</c> or <c>key=value</c> text; what it does not say comes from <c>PGHOST</c>
    /// and the other variables of PostgreSQL, and a password from <c>PGPASSFILE</c>, <c>~/.pgpass</c> or <c>PGPASSWORD</c>.</param>
    /// <param name="names">The names of the studies; none for all there are. One that has not begun appears when it does.</param>
    /// <exception cref="FormatException">The address cannot be read.</exception>
    public PostgresStudies(string address, params IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        (_pulse, _names) = (new DatabasePulse(PostgresAddress.Parse(address)), [.. names]);
    }

    /// <summary>Gets the database as people may see it: without a password.</summary>
    public string Address => _pulse.Address.ToString();

    /// <inheritdoc/>
    internal override string? Notice => _pulse.Trouble ?? (_names.Except(_pulse.Heads.Keys, StringComparer.Ordinal).ToArray() is { Length: > 0 } missing
        ? $"Database {Address} has no study {string.Join(", ", missing.Select(name => $"'{name}'"))} yet; it appears here when it begins."
        : null);

    /// <inheritdoc/>
    internal override bool IsQuick => true;

    /// <inheritdoc/>
    internal override IReadOnlyList<StudyPlace> Find()
    {
        _pulse.Take();
        return [.. _pulse.Heads.Keys.Where(IsAskedFor).Select(name => new DatabasePlace(_pulse, name))];
    }

    /// <inheritdoc/>
    internal override StudyPlace? Find(string name)
    {
        _pulse.Take();
        return _pulse.Heads.ContainsKey(name) && IsAskedFor(name) ? new DatabasePlace(_pulse, name) : null;
    }

    /// <inheritdoc/>
    public override void Dispose() => _pulse.Dispose();

    private bool IsAskedFor(string name) => _names.Count == 0 || _names.Contains(name, StringComparer.Ordinal);
}
