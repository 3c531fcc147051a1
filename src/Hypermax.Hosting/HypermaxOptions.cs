namespace Hypermax.Hosting;

/// <summary>What all searches of an application have in common: the section <c>Hypermax</c> of its configuration.</summary>
public sealed class HypermaxOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hypermax";

    /// <summary>Gets or sets the folder in which each search has a folder of its own.</summary>
    /// <value>A relative path counts from the content root of the host; the default is <c>hypermax</c>.</value>
    public string Folder { get; set; } = "hypermax";
}
