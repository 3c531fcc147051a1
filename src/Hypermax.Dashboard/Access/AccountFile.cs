using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Hypermax.Dashboard.Access;

/// <summary>The accounts of a file: a line for each, <c>name role hash</c>. Passwords stand in it only as hashes.</summary>
/// <remarks>Safe to use from several threads at once.</remarks>
internal sealed class AccountFile
{
    private const int LeastLetters = 8;

    // OWASP's advice of 2023 for PBKDF2 with SHA-512.
    private static readonly PasswordHasher<string> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    // Whoever names no account learns nothing by how long the answer takes.
    private static readonly Lazy<string> Nobody = new(() => Hasher.HashPassword(string.Empty, Guid.NewGuid().ToString()));

    private readonly Dictionary<string, Account> _accounts;

    public AccountFile(IEnumerable<Account> accounts) => _accounts = accounts.ToDictionary(account => account.Name, StringComparer.Ordinal);

    /// <summary>Gets the accounts.</summary>
    public IReadOnlyCollection<Account> Accounts => _accounts.Values;

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">A line is none of an account, and the message says which and how one is made; or others may write to the file.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static AccountFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"There is no file of accounts '{path}'. Write one with 'hypermax dashboard account {path} NAME'.", path);
        }

        RequireOwn(path);
        List<Account> accounts = [];
        string[] lines = File.ReadAllLines(path);
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() is { Length: > 0 } line && line[0] != '#')
            {
                accounts.Add(Parse(line) ?? throw new FormatException(
                    FormattableString.Invariant($"Line {i + 1} of '{path}' is no account: a name, 'read' or 'steer', and a hash, never a plain password. ")
                    + $"Write it with 'hypermax dashboard account {path} NAME'."));
            }
        }

        return accounts.Count > 0 && accounts.Select(account => account.Name).Distinct(StringComparer.Ordinal).Count() == accounts.Count
            ? new AccountFile(accounts)
            : throw new FormatException(
                $"'{path}' has no account, or one twice; nobody could sign in. Write one with 'hypermax dashboard account {path} NAME'.");
    }

    /// <summary>Adds an account to a file or replaces it, so that only its owner can read the file.</summary>
    /// <exception cref="FormatException">The name or the password will not do.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, string name, Role role, string password)
    {
        if (name.Length is 0 or > 64 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_' or '@'))
        {
            throw new FormatException($"'{name}' is no name of an account; it has letters, digits and . - _ @, at most 64. Choose such a name.");
        }

        if (password.Length < LeastLetters)
        {
            throw new FormatException(FormattableString.Invariant(
                $"The password has {password.Length} letters; it needs at least {LeastLetters}. Choose a longer one."));
        }

        string[] others = File.Exists(path)
            ? [.. File.ReadAllLines(path).Where(line => !line.StartsWith(name + " ", StringComparison.Ordinal))]
            : ["# Accounts of hypermax dashboard: name, role (read or steer), hash of the password."];
        string text = string.Join('\n', [.. others, $"{name} {role.ToString().ToLowerInvariant()} {Hasher.HashPassword(name, password)}"]) + "\n";
        string half = path + ".half";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (FileStream stream = new(half, options))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        File.Move(half, path, overwrite: true);
    }

    /// <summary>Finds the account of a name and a password; null where these do not belong together. Takes as long either way.</summary>
    public Account? Find(string name, string password)
    {
        Account? account = _accounts.GetValueOrDefault(name);
        bool isRight = Hasher.VerifyHashedPassword(name, account?.Hash ?? Nobody.Value, password) != PasswordVerificationResult.Failed;
        return isRight ? account : null;
    }

    /// <summary>Finds an account by its name.</summary>
    public Account? Find(string name) => _accounts.GetValueOrDefault(name);

    // Whoever may write to it may sign in as anybody.
    private static void RequireOwn(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & (UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)) != UnixFileMode.None)
        {
            throw new FormatException(
                $"'{path}' can be written by others than its owner, who could give themselves an account; a file of accounts must not be. "
                + $"Run 'chmod 600 {path}'.");
        }
    }

    private static Account? Parse(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [string name, string role, string hash]
        && role is "read" or "steer"
        && IsHash(hash)
        ? new Account(name, role == "steer" ? Role.Steer : Role.Read, hash)
        : null;

    // The library's form: a mark, the function, rounds, length of the salt, salt, key.
    private static bool IsHash(string hash)
    {
        Span<byte> bytes = stackalloc byte[256];
        return hash.Length <= 300 && Convert.TryFromBase64String(hash, bytes, out int count) && count >= 13 + 16 + 16 && bytes[0] == 1;
    }
}
