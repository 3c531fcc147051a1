using System.Text;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Hypermax.Build.Packing;

/// <summary>Copies the file that a restore wrote, with some packages private in the copy, for packing to read.</summary>
public sealed class HideFromConsumers : Task
{
    /// <summary>Gets or sets the <c>project.assets.json</c> of the project.</summary>
    [Required]
    public string AssetsFile { get; set; } = string.Empty;

    /// <summary>Gets or sets the ids of the packages that consumers are not to see.</summary>
    [Required]
    public string[] Packages { get; set; } = [];

    /// <summary>Gets or sets where the copy is written, under the same name.</summary>
    [Required]
    [Output]
    public string Folder { get; set; } = string.Empty;

    /// <inheritdoc/>
    public override bool Execute()
    {
        Directory.CreateDirectory(Folder);
        string hidden = PrivateDependencies.Hide(File.ReadAllText(AssetsFile, Encoding.UTF8), Packages);
        File.WriteAllText(Path.Combine(Folder, Path.GetFileName(AssetsFile)), hidden, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return true;
    }
}
