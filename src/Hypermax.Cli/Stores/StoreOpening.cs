using Hypermax.PostgreSql;
using Hypermax.PostgreSql.Connecting;
using Hypermax.Storage;
using Hypermax.Storage.Journal;

namespace Hypermax.Stores;

/// <summary>Opens the store of a study that several processes work on, by its address: the one place that knows every kind of store.</summary>
/// <remarks>
/// An address with <c>://</c>, or the keys of one, names a database; everything else is a folder, in which each study has a folder of its own by its name.
/// </remarks>
internal static class StoreOpening
{
    private const string SchemeEnd = "://";

    /// <summary>Tells whether an address names a folder and no server.</summary>
    /// <param name="address">What people write after <c>--store</c>.</param>
    public static bool IsFolder(string address) => !address.Contains(SchemeEnd, StringComparison.Ordinal) && !PostgresAddress.Is(address);

    /// <summary>Gets the folder that a study has in a store that is a folder.</summary>
    /// <param name="address">The folder of the store.</param>
    /// <param name="study">The name of the study, or null where the store itself is the folder of the study.</param>
    public static string FolderOf(string address, string? study) => Path.GetFullPath(study is null ? address : Path.Combine(address, study));

    /// <summary>Opens a store, for this process among others.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="study">The name of the study; may be null where the address names the folder of one.</param>
    /// <param name="clock">Tells the time.</param>
    /// <exception cref="FormatException">The address names no kind of store that there is.</exception>
    /// <exception cref="StudyInUseException">A search that does not share has the folder.</exception>
    /// <exception cref="IOException">The store cannot be reached or written to.</exception>
    public static IStudyStore Open(string address, string? study, TimeProvider clock)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            throw new FormatException("The address of the store is an empty text. Name a folder that all processes see, or a database.");
        }

        if (PostgresAddress.Is(address))
        {
            return new PostgresStore(
                address, study ?? throw new FormatException("A database has many studies, and nobody said which. Name one with --study NAME."));
        }

        return IsFolder(address)
            ? new JournalStore(FolderOf(address, study), clock, JournalSharing.Shared)
            : throw new FormatException(
                $"The address of the store begins with '{address[..address.IndexOf(SchemeEnd, StringComparison.Ordinal)]}{SchemeEnd}', "
                    + "which is no kind of store. Name a folder that all processes see, or a database as postgres://user@host/database.");
    }
}
