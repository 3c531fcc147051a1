using Hypermax.Config;
using Hypermax.Config.Faults;
using Hypermax.Config.Text;

namespace Hypermax.Run;

/// <summary>Reads the file of a space, JSON or YAML, with what its references name in their places.</summary>
internal static class SpaceDocument
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FormatException">It is neither JSON nor YAML, or a reference names nothing; the message says where.</exception>
    public static Node Read(string path)
    {
        FaultList faults = new();
        try
        {
            Node root = new References(faults).Resolve(ConfigFile.Read(path, path), path);
            return !faults.HasErrors ? root : throw new FormatException(string.Join("\n", faults.All.Where(fault => !fault.IsWarning)));
        }
        catch (SyntaxException error)
        {
            throw new FormatException(new Fault(error.Place, string.Empty, Value: null, error.Message).ToString(), error);
        }
    }
}
