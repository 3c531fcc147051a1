namespace Hypermax.Ui;

/// <summary>What the person looks at; immutable, so that keys are functions of it.</summary>
internal sealed record UiState
{
    public static readonly int[] Ranges = [0, 500, 200, 100, 50, 20];
    public static readonly int[] Smoothings = [1, 5, 11, 25, 51];
    public static readonly double[] Zooms = [1, 0.9, 0.5, 0.25];

    /// <summary>Gets the screen.</summary>
    public UiScreen Screen { get; init; }

    /// <summary>Gets whether the help lies over it.</summary>
    public bool HasHelp { get; init; }

    /// <summary>Gets the chosen row of a table.</summary>
    public int Row { get; init; }

    /// <summary>Gets the trial that is shown whole, or null.</summary>
    public int? Open { get; init; }

    /// <summary>Gets the first line shown of a text that is longer than the screen.</summary>
    public int Scroll { get; init; }

    /// <summary>Gets how many columns of a table are passed over.</summary>
    public int Column { get; init; }

    /// <summary>Gets the column that trials are sorted by.</summary>
    public string Sort { get; init; } = "trial";

    /// <summary>Gets whether the largest come first; at first the newest trials.</summary>
    public bool IsDescending { get; init; } = true;

    /// <summary>Gets which trials are shown, such as <c>loss&lt;0.1</c>; several are separated by blanks.</summary>
    public string Filter { get; init; } = string.Empty;

    /// <summary>Gets how many of the last trials the chart shows: an index into <see cref="Ranges"/>, where 0 stands for all.</summary>
    public int Range { get; init; }

    /// <summary>Gets over how many trials the chart's median goes: an index into <see cref="Smoothings"/>.</summary>
    public int Smoothing { get; init; }

    /// <summary>Gets which part of the best values the chart shows: an index into <see cref="Zooms"/>.</summary>
    public int Zoom { get; init; }

    /// <summary>Gets whether the chart's axis is logarithmic.</summary>
    public bool IsLog { get; init; }

    /// <summary>Gets the line that is being typed, or null.</summary>
    public UiPrompt? Prompt { get; init; }

    /// <summary>Gets what became of the last action, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>Gets whether it went wrong.</summary>
    public bool IsNoticeBad { get; init; }
}
