namespace Hypermax;

/// <summary>Another process searches the study.</summary>
public sealed class StudyInUseException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="folder">The folder of the study.</param>
    /// <param name="owner">The process that searches it, in words.</param>
    public StudyInUseException(string folder, string owner)
        : base($"The study in '{folder}' is being searched by {owner}; one search at a time owns a folder. Wait for it, stop it, or use another folder.")
    {
        Folder = folder;
        Owner = owner;
    }

    /// <summary>Gets the folder of the study.</summary>
    public string Folder { get; }

    /// <summary>Gets the process that searches it, in words.</summary>
    public string Owner { get; }
}
