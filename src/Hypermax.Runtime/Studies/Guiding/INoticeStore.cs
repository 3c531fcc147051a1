namespace Hypermax.Studies.Guiding;

/// <summary>A store that keeps word for all who search its study; the others leave it in the folder of the study.</summary>
internal interface INoticeStore
{
    /// <summary>Gets the word.</summary>
    INotices Notices { get; }
}
