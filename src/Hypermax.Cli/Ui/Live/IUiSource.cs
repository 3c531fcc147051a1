using Hypermax.Studies.Guiding;

namespace Hypermax.Ui.Live;

/// <summary>Where the console's facts come from: a search in this process, or the folder of a study.</summary>
/// <remarks>Called on the console's thread alone.</remarks>
internal interface IUiSource
{
    /// <summary>Gets the folder of the study.</summary>
    string Folder { get; }

    /// <summary>Reads how things stand.</summary>
    UiModel Read();

    /// <summary>Asks something of the search, as <c>hypermax guide</c> does.</summary>
    GuideAnswer Guide(GuideRequest request);
}
