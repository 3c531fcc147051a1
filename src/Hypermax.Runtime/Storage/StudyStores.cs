using System.Collections.Concurrent;
using Hypermax.Settings;
using Hypermax.Storage.Journal;

namespace Hypermax.Storage;

/// <summary>Opens stores by their addresses: folders, databases, and what others add.</summary>
/// <remarks>
/// <para>A text without a scheme is a folder, in which each study has a folder of its own by its name; several processes may search it.
/// <c>postgres://user@host/database</c> is a database, for which the program references the package Hypermax.PostgreSql.</para>
/// <para>Safe to use from several threads at once.</para>
/// </remarks>
public static class StudyStores
{
    private const string Postgres = "postgres";

    private static readonly ConcurrentDictionary<string, Func<StoreRequest, IStudyStore>> Openers = new(StringComparer.OrdinalIgnoreCase);

    // By its name, so that a program without databases needs no client of one; a trimmer reads the name too.
    private static readonly Lazy<IStoreOpener?> Packaged = new(() =>
        Type.GetType("Hypermax.PostgreSql.PostgresStoreOpener, Hypermax.PostgreSql") is { } type ? (IStoreOpener)Activator.CreateInstance(type)! : null);

    /// <summary>Adds a kind of store, or takes the place of one.</summary>
    /// <param name="scheme">What its addresses begin with, before <c>://</c>; upper and lower case are the same.</param>
    /// <param name="open">Opens the store of a study.</param>
    /// <exception cref="ArgumentException">The scheme is empty or has letters that a scheme has not.</exception>
    public static void Add(string scheme, Func<StoreRequest, IStudyStore> open)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(scheme);
        ArgumentNullException.ThrowIfNull(open);
        if (!scheme.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '-' or '.'))
        {
            throw new ArgumentException($"A scheme is made of letters, digits, +, - and points; it is '{scheme}'. Leave '://' out.", nameof(scheme));
        }

        Openers[scheme] = open;
    }

    /// <summary>Opens the store of a study.</summary>
    /// <param name="request">Which.</param>
    /// <exception cref="FormatException">The address names no kind of store that this program has, or cannot be read.</exception>
    /// <exception cref="StudyInUseException">A search that does not share has the folder.</exception>
    /// <exception cref="IOException">The store cannot be reached or written to.</exception>
    public static IStudyStore Open(StoreRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Study);
        if (Refusal(request.Address) is { } refusal)
        {
            throw new FormatException($"The store '{StoreText.Mask(request.Address)}' cannot be opened: {refusal}");
        }

        return StoreText.SchemeOf(request.Address) is { } scheme
            ? OpenerOf(scheme)!(request)
            : new JournalStore(Path.GetFullPath(Path.Combine(request.Address, request.Study)), request.Clock, JournalSharing.Shared);
    }

    /// <summary>Says why there is no such store, as a sentence with the remedy; null where its kind is known.</summary>
    /// <param name="address">The address.</param>
    internal static string? Refusal(string address)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return "The address is an empty text. Name a folder that all processes see, or a database.";
        }

        if (StoreText.SchemeOf(address) is not { } scheme || OpenerOf(scheme) is not null)
        {
            return null;
        }

        return IsPostgres(scheme)
            ? "This program lacks the package that knows databases. Add it with 'dotnet add package Hypermax.PostgreSql', which needs .NET 10."
            : $"'{scheme}://' is no kind of store. Name a folder that all processes see, or a database as postgres://user@host/database.";
    }

    private static bool IsPostgres(string scheme) => scheme is Postgres or "postgresql";

    private static Func<StoreRequest, IStudyStore>? OpenerOf(string scheme) =>
        Openers.TryGetValue(scheme, out Func<StoreRequest, IStudyStore>? open) ? open
        : IsPostgres(scheme) && Packaged.Value is { } packaged ? packaged.Open
        : null;
}
