namespace Hypermax.Ui;

/// <summary>The screens of the console, in the order of their keys.</summary>
internal enum UiScreen
{
    Overview,
    Loss,
    Running,
    Trials,
    Failed,
    Importance,
    Space,
    Method,
}
