using Hypermax.Sampling.Guided;

namespace Hypermax.Tune;

/// <summary>Reads the file that <c>HypertuneGuidance</c> names.</summary>
internal static class GuidanceFile
{
    /// <summary>Reads and checks guidance.</summary>
    /// <exception cref="FormatException">There is no such file, or it is not of its form.</exception>
    public static Guidance Read(string path, SearchSpace space)
    {
        try
        {
            return GuidanceJson.Read(space, File.ReadAllText(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"Property 'HypertuneGuidance' names '{path}', which cannot be read: {error.Message} Correct the path; it counts from the project's folder.", error);
        }
    }
}
