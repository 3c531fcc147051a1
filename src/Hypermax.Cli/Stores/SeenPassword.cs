using Hypermax.Settings;

namespace Hypermax.Stores;

/// <summary>Warns of passwords that stand on a command line.</summary>
internal static class SeenPassword
{
    /// <summary>Says so once, when one of the addresses has a password.</summary>
    /// <param name="addresses">Addresses of databases, or paths of folders.</param>
    /// <param name="errors">Takes the warning.</param>
    public static void Warn(IEnumerable<string> addresses, TextWriter errors)
    {
        if (addresses.FirstOrDefault(StoreText.HasPassword) is { } address)
        {
            errors.WriteLine($"hypermax: '{StoreText.Mask(address)}' {StoreText.OnCommandLine}");
        }
    }
}
