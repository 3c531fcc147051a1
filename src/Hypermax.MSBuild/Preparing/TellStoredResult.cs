using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Preparing;

/// <summary>Says again what an up-to-date search found.</summary>
public sealed class TellStoredResult : Task
{
    /// <summary>Gets or sets the list of what the last finished search said and wrote.</summary>
    [Required]
    public string ResultFile { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool Execute()
    {
        foreach (string message in StoredResult.Read(ResultFile)?.Messages ?? [])
        {
            Log.LogMessage(MessageImportance.High, "{0} (up to date)", message);
        }

        return true;
    }
}
