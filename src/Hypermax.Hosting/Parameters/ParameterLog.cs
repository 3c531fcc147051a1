using Microsoft.Extensions.Logging;

namespace Hypermax.Hosting.Parameters;

/// <summary>What is said of parameters from configuration.</summary>
internal static partial class ParameterLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Section '{Section}' has changed and breaks a rule, so the values before it stay: {Wrong}")]
    public static partial void Refused(ILogger log, string section, string wrong);
}
