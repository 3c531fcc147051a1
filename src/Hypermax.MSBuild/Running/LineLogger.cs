using Hypermax.Build.Protocol;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Hypermax.Build.Running;

/// <summary>Shows lines of the coordinator in the build's log; used from the task's own thread only.</summary>
internal sealed class LineLogger(TaskLoggingHelper log, IBuildEngine engine, bool isLive)
{
    private readonly LiveTerminal? _terminal = isLive ? LiveTerminal.TryCreate(engine) : null;

    public void Show(CoordinatorLine line)
    {
        switch (line.Kind)
        {
            case LineKind.Progress when _terminal is not null:
                _terminal.ShowProgress(line);
                break;
            case LineKind.Message or LineKind.Information when _terminal is not null:
                _terminal.ShowLine(line);
                break;
            case LineKind.Progress or LineKind.Message:
                log.LogMessage(MessageImportance.High, "{0}", line.Text);
                break;
            case LineKind.Error:
                log.LogError(null, line.Code, null, line.File, line.Line, line.Column, 0, 0, "{0}", line.Text);
                break;
            case LineKind.Warning:
                log.LogWarning(null, line.Code, null, line.File, line.Line, line.Column, 0, 0, "{0}", line.Text);
                break;
            case LineKind.Information:
                log.LogMessage(null, line.Code, null, line.File, line.Line, line.Column, 0, 0, MessageImportance.High, "{0}", line.Text);
                break;
            default:
                log.LogMessage(MessageImportance.Low, "{0}", line.Text);
                break;
        }
    }
}
