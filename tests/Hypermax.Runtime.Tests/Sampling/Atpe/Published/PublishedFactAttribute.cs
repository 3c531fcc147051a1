namespace Hypermax.Tests.Sampling.Atpe.Published;

/// <summary>A test with the models that Hypermax published; they are not part of this repository.</summary>
internal sealed class PublishedFactAttribute : FactAttribute
{
    private const string Variable = "HYPERMAX_ATPE_MODELS";

    public PublishedFactAttribute() => Skip = Folder is null ? $"{Variable} does not name a folder with the files of Hypermax's 'atpe_models'." : null;

    public static string? Folder { get; } = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? folder : null;
}
