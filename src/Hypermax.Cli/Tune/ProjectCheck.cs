using Hypermax.Build.Protocol;
using Hypermax.Search;

namespace Hypermax.Tune;

/// <summary>Decides from the built assembly alone whether there is anything to search, before a worker is started.</summary>
internal static class ProjectCheck
{
    /// <summary>Looks at the assembly.</summary>
    /// <param name="arguments">The project.</param>
    /// <param name="lines">Takes the message or error.</param>
    /// <param name="exitCode">What to return when there is nothing to search.</param>
    public static bool HasObjectives(TuneArguments arguments, SearchLines lines, out int exitCode)
    {
        exitCode = ExitCodes.Environment;
        AssemblyFacts facts;
        try
        {
            facts = AssemblyFacts.Read(arguments.Assembly);
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or UnauthorizedAccessException)
        {
            lines.Say(BuildRules.CannotRun, $"The assembly '{arguments.Assembly}' cannot be read: {error.Message} Build the project first.");
            return false;
        }

        if (!facts.HasRegistry)
        {
            lines.Say(
                BuildRules.NotGenerated,
                $"No generated code lists the objectives of project '{arguments.ProjectName}'; the source generator did not run. "
                + "Look for warning CS9057 in the build: it means that the SDK is older than the generator needs (8.0.100). "
                + "Update the SDK, and check that Hypermax.Generators is not excluded from the analyzers.");
            return false;
        }

        if (!facts.HasObjectives)
        {
            exitCode = ExitCodes.Done;
            string nothing = $"{arguments.ProjectName}: no method carries [Objective], so there is nothing to search";
            if (arguments.IsForSolution)
            {
                lines.Detail(nothing);
            }
            else
            {
                lines.Message(nothing);
            }

            return false;
        }

        if (arguments.Framework.Length > 0 && arguments.Framework != ".NETCoreApp")
        {
            lines.Say(
                BuildRules.WrongFramework,
                $"Project '{arguments.ProjectName}' is built for {arguments.Framework}, which cannot run objectives; a search needs .NET 8 or newer. "
                + "Add such a framework to TargetFrameworks, or move the objectives to a project that has one.");
            return false;
        }

        return true;
    }
}
