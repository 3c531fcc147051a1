using System.Reflection;
using Hypermax.Build.Protocol;
using Microsoft.Build.Framework;

namespace Hypermax.Build.Running;

/// <summary>Speaks to MSBuild's terminal logger, which hides plain messages until the build is over.</summary>
/// <remarks>
/// In a project that ran the target <c>_TestRunStart</c> the logger shows messages of the kinds <c>TLTESTOUTPUT</c> (a line) and
/// <c>TLTESTPASSED</c> (replaces the live line) at once. This is what <c>dotnet test</c> uses and is not documented: where the
/// message type is missing, plain messages take its place, and <c>HypertuneLive=false</c> turns it off. The console logger
/// prints both kinds as ordinary lines.
/// </remarks>
internal sealed class LiveTerminal
{
    private readonly IBuildEngine _engine;
    private readonly ConstructorInfo _constructor;
    private readonly PropertyInfo _data;

    private LiveTerminal(IBuildEngine engine, ConstructorInfo constructor, PropertyInfo data)
    {
        _engine = engine;
        _constructor = constructor;
        _data = data;
    }

    /// <summary>Finds the message type of the running MSBuild, which the reference assembly that tasks compile against lacks.</summary>
    public static LiveTerminal? TryCreate(IBuildEngine engine)
    {
        Type? type = typeof(IBuildEngine).Assembly.GetType("Microsoft.Build.Framework.ExtendedBuildMessageEventArgs");
        ConstructorInfo? constructor = type?.GetConstructor(
        [
            typeof(string), typeof(string), typeof(string), typeof(string), typeof(int), typeof(int), typeof(int), typeof(int),
            typeof(string), typeof(string), typeof(string), typeof(MessageImportance),
        ]);
        PropertyInfo? data = type?.GetProperty("ExtendedMetadata");
        return constructor is null || data is null ? null : new LiveTerminal(engine, constructor, data);
    }

    /// <summary>Shows a line that stays; other loggers see its rule and its place in the source as well.</summary>
    public void ShowLine(CoordinatorLine line) => Send("TLTESTOUTPUT", line, new(StringComparer.Ordinal));

    /// <summary>Shows where the search stands, in place of where it stood.</summary>
    public void ShowProgress(CoordinatorLine line) => Send("TLTESTPASSED", line, new(StringComparer.Ordinal)
    {
        ["localizedResult"] = "tuning",
        ["displayName"] = line.Text,
    });

    private void Send(string kind, CoordinatorLine line, Dictionary<string, string?> metadata)
    {
        object message = _constructor.Invoke(
            [
                kind, null, NullIfEmpty(line.Code), NullIfEmpty(line.File), line.Line, line.Column, 0, 0, line.Text, null, nameof(RunSearch),
                MessageImportance.High,
            ]);
        _data.SetValue(message, metadata);
        _engine.LogMessageEvent((BuildMessageEventArgs)message);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
