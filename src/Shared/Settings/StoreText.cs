using System.Text.RegularExpressions;

namespace Hypermax.Settings;

/// <summary>What can be told of the address of a store from its text alone: what kind of store it names, and what of it people may see.</summary>
internal static class StoreText
{
    /// <summary>What stands in the place of a password.</summary>
    public const string Hidden = "***";

    /// <summary>What a password follows in a URL, and the password; what is a port is none.</summary>
    public const string UserPattern = @"(?<before>://[^:@/?]*:)(?!\d+(?:[/?,]|$)).*@";

    /// <summary>What takes the place of a match of <see cref="UserPattern"/>.</summary>
    public const string UserMask = "${before}" + Hidden + "@";

    /// <summary>What takes the place of a match of <see cref="KeyPattern"/>.</summary>
    public const string KeyMask = "${before}" + Hidden;

    /// <summary>The key of a password in a query or in a text of keys and values, and the password.</summary>
    public const string KeyPattern = @"(?<before>(?i:password|passwd|pwd|psw)\s*=\s*)(?:'[^']*'|[^;&\s]*)";

    /// <summary>What is said of a password on a command line, as the rest of a sentence.</summary>
    public const string OnCommandLine = "holds a password, which everybody on this machine can read on a command line, and which stands in logs of builds. "
        + "Put it into ~/.pgpass or the file that PGPASSFILE names, or into PGPASSWORD.";

    private const string SchemeEnd = "://";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly Regex User = new(UserPattern, Options, Longest);
    private static readonly Regex Key = new(KeyPattern, Options, Longest);

    // The keys by which texts without a scheme name a server of PostgreSQL.
    private static readonly Regex Server = new(@"(^|[;\s])(host|server|dbname|database)\s*=", Options | RegexOptions.IgnoreCase, Longest);

    /// <summary>Gets the scheme of an address in small letters, <c>postgres</c> for keys and values, or null for a folder.</summary>
    public static string? SchemeOf(string address)
    {
        int end = address.IndexOf(SchemeEnd, StringComparison.Ordinal);
        return end > 0 ? address.Substring(0, end).ToLowerInvariant() : Server.IsMatch(address) ? "postgres" : null;
    }

    /// <summary>Tells whether an address names a folder, in which each study has one by its name.</summary>
    public static bool IsFolder(string address) => SchemeOf(address) is null;

    /// <summary>Gets an address, or a text with one in it, without passwords.</summary>
    public static string Mask(string text) => Key.Replace(User.Replace(text, UserMask), KeyMask);

    /// <summary>Gets an address that asks for a password elsewhere.</summary>
    public static string WithoutPassword(string address) =>
        Key.Replace(User.Replace(address, match => match.Groups["before"].Value.TrimEnd(':') + "@"), string.Empty);

    /// <summary>Tells whether an address has a password, be it hidden or not.</summary>
    public static bool HasPassword(string address) => User.IsMatch(address) || Key.IsMatch(address);

    /// <summary>Tells whether the password of an address was left out, so that it leads nowhere.</summary>
    public static bool IsMasked(string address) => HasPassword(address) && Mask(address) == address;
}
