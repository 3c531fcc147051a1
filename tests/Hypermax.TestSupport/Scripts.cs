namespace Hypermax.TestSupport;

/// <summary>Shell scripts that tests write.</summary>
public static class Scripts
{
    /// <summary>Lets the owner run a file; on Windows, where names decide that, nothing is done.</summary>
    /// <param name="path">The file.</param>
    public static void MakeExecutable(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
