namespace Own;

public class Client
{
    public string ClientName = "";
    public string? Description { get; set; }
}
