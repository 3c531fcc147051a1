namespace Hypermax.Testing.Searching;

/// <summary>Where the studies of tests are kept.</summary>
internal static class TestFolders
{
    /// <summary>The environment variable that names another folder for all of them; a relative path counts from the folder of the tests.</summary>
    public const string Variable = "HYPERTUNE_TEST_OUTPUT";

    /// <summary>Gets the folder that holds them all.</summary>
    public static string Root => Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : "hypertune"));

    /// <summary>Gets the folder of a study: <c>hypertune/&lt;name&gt;</c> beside the test assembly, unless the environment names another place.</summary>
    /// <param name="name">The name of the study.</param>
    public static string Of(string name) => Path.Combine(Root, TunedFileName.StemOf(name));
}
