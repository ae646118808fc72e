namespace Acme.Login;

public class SomeType
{
    public void OldName() { }

    public void Run() => OldName();
}
